// @ts-check

/**
 * Calls Redmine's REST API with a key and returns the answer's JSON, or undefined if there is none.
 * @param {string} url Where Redmine is, without a slash at the end.
 * @param {string} key
 * @param {string} method
 * @param {string} path Such as `/issues/2.json`.
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export async function callRedmine(url, key, method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: { 'X-Redmine-API-Key': key, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`Redmine answered ${method} ${path} with ${response.status}: ${text.trim()}`);
  return text.trim() ? JSON.parse(text) : undefined;
}
