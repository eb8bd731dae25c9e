/** What a goals file starts with if a repository suggests nothing: goals that are obviously examples. */
export const exampleGoals = `  - key: EXAMPLE-1
    title: 'Example: checkout that never loses a cart'
    level: initiative # objective > initiative > epic > item
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

  # A branch named feature/EXAMPLE-2-retry finds this goal, and through its parent the initiative above.
  - key: EXAMPLE-2
    title: 'Example: retry a payment that fails for a passing reason'
    level: item
    parent: EXAMPLE-1
    status: active
`;
