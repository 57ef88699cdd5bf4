// Jest takes `testTimeout` only for a whole run, so each layer hands its own over as a global.
jest.setTimeout(globalThis.TEST_TIMEOUT_MS);
