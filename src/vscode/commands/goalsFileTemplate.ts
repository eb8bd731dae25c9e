/** What a new goals file starts with: a tree of four goals to change. */
export const goalsTemplate = `# The product goals that the code in this repository serves.
# Goal Lens shows them beside the code; the Problems panel tells of mistakes.
schema: goal-lens/v1

goals:
  - key: OBJ-1
    title: Customers trust us with their first order
    level: objective # objective > initiative > epic > item
    owner: Priya Nair

  - key: DEMO-1
    title: Checkout that never loses a cart
    level: initiative
    parent: OBJ-1
    status: active # proposed, planned, active, blocked, done, dropped
    health: at-risk # on-track, at-risk, off-track
    priority: 1 # 1 urgent, 2 high, 3 medium, 4 low
    owner: Priya Nair
    target: 2027-03-31 # or 2027-03, 2027-Q1
    progress: 40%
    impact:
      customers: 38
      requests: 112
      segments: [enterprise]
      quotes:
        - text: We lost the basket twice and ordered elsewhere.
          source: Interview, head of purchasing
    metrics:
      - { name: Carts lost at payment, unit: '%', baseline: 7.4, current: 4.9, target: 2 }

  - key: DEMO-2
    title: Payments survive a passing fault
    level: epic
    parent: DEMO-1

  # A branch named feature/DEMO-3-retry finds this goal, and through its parents the initiative above.
  - key: DEMO-3
    title: Retry a payment that fails for a passing reason
    level: item
    parent: DEMO-2
    status: active
`;

/** What a new path map starts with. */
export const pathsTemplate = `# Which paths serve which goals, in the syntax of CODEOWNERS: the last rule that matches wins.
# /src/checkout/   DEMO-1
# *.sql            DEMO-2 DEMO-3
`;
