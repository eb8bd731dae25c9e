import { FileDecoration, type FileDecorationProvider, type Uri } from 'vscode';
import { badgeScheme } from '../../ids';

/** Adds the goal's own priority to the end of its row in the tree: P1 to P4, without a colour. */
export class PriorityBadges implements FileDecorationProvider {
  provideFileDecoration({ scheme, query }: Uri): FileDecoration | undefined {
    return scheme === badgeScheme && /^P[1-4]$/.test(query) ? new FileDecoration(query, query) : undefined;
  }
}
