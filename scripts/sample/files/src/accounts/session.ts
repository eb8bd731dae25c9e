export interface Session {
  readonly accountId: string;
  readonly company: string;
  readonly isRegular: boolean;
  readonly endsAt: number;
}

const lifetime = 8 * 60 * 60 * 1000;
const warnBefore = 10 * 60 * 1000;

export function startSession(account: Omit<Session, 'endsAt'>, now: number): Session {
  return { ...account, endsAt: now + lifetime };
}

export function isOver(session: Session, now: number): boolean {
  return now >= session.endsAt;
}

/** Whether to ask the shopper to stay signed in. */
export function endsSoon(session: Session, now: number): boolean {
  return !isOver(session, now) && session.endsAt - now <= warnBefore;
}

export function renew(session: Session, now: number): Session {
  return isOver(session, now) ? session : { ...session, endsAt: now + lifetime };
}
