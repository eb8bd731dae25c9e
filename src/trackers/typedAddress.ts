import { githubApiAddress } from './kinds/github/githubAddress';
import type { TrackerKind } from './connection/connection';

/** The address of a tracker's API from what a person types or pastes: a bare host, a page of it, or the whole. */
export function typedAddress(kind: TrackerKind, typed: string): string {
  const text = typed.trim();
  if (kind === 'github') return githubApiAddress(text) ?? text;
  const url = parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!url) return text;
  if (kind === 'jira' && !url.hostname.includes('.') && url.hostname !== 'localhost') {
    return `https://${url.hostname}.atlassian.net`;
  }
  if (kind === 'jira' && url.hostname.endsWith('.atlassian.net')) return url.origin;
  if (kind === 'azureDevOps' && url.hostname === 'dev.azure.com') {
    const [organization = ''] = url.pathname.split('/').filter(Boolean);
    return organization === '' ? url.origin : `${url.origin}/${organization}`;
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
