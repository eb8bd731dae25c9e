import { systemClock, type Clock } from '../core/clock';
import type { Connection } from './connection/connection';
import { createTracker } from './createTracker';
import { axiosTransfer, type TransferLimits } from './http/transfer';
import type { ConnectedTracker, ConnectOptions } from './port/connectedTracker';

/** Makes the tracker of a connection for programs that have nothing else to do while they read its answers. */
export function connectTracker(
  connection: Connection,
  {
    clock = systemClock,
    limits,
    ...options
  }: ConnectOptions & { readonly clock?: Clock; readonly limits?: Partial<TransferLimits> },
): Promise<ConnectedTracker> {
  return createTracker(connection, { ...options, clock, transfer: axiosTransfer(limits) });
}
