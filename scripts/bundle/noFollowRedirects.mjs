// @ts-check
import http from 'node:http';
import https from 'node:https';

/**
 * Replaces follow-redirects in the bundle with Node's own clients: axios needs it only to follow redirects, which we
 * never do, because a token must not follow them.
 */
export default { http, https };
