// @ts-check
import http from 'node:http';
import https from 'node:https';

/**
 * Stands in for follow-redirects in the bundle: axios asks it only where redirects are followed, which we
 * never do, as a token must not follow them. Node's own clients answer in its place.
 */
export default { http, https };
