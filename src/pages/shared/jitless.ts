import { config } from 'zod/mini';

// zod compiles parsers with `new Function` where it may; the page's security policy forbids that. Schemas look at this
// setting when they are made, so this module is imported before any of them.
config({ jitless: true });
