/** Stops what the tests started and removes its folder. */
export default () => globalThis.endOfTests();
