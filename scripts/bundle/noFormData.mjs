// @ts-check
/**
 * Stands in for npm's form-data in the bundle: axios loads it for multipart uploads, which we never send, and with it
 * a table of all media types that is half as large as the rest of the client.
 */
export default class FormData {}
