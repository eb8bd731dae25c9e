// @ts-check
/**
 * Replaces npm's form-data in the bundle: axios loads it for multipart uploads, which we never send, together with a
 * table of all media types that is half as large as the rest of the client.
 */
export default class FormData {}
