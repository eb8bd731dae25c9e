// @ts-check
/** Stands for a part of axios that is never called: see `axiosParts.mjs`. */
export default undefined;

/** axios finds no `fetch` here, and so never offers that way of sending. */
export const getFetch = undefined;
