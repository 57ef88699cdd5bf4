/** Invented values that every test and the demonstration share. None of them opens anything outside the sandbox. */

export const STORE_HASH = 'sandbox1';
/** numeric store id, as callbacks carry it (BigCommerce reference 12.2) */
export const STORE_ID = '1025646';

export const ACCESS_TOKEN = 'sandbox-access-token';
export const SECOND_ACCESS_TOKEN = 'sandbox-second-token';
export const TOKEN_WITHOUT_ORDERS = 'sandbox-token-without-orders';
/** has every scope in its read-only variant */
export const READ_ONLY_TOKEN = 'sandbox-read-only-token';

export const CLIENT_ID = 'sandbox-client-id';
export const CLIENT_SECRET = 'sandbox-client-secret';
export const SECOND_CLIENT_ID = 'sandbox-second-client-id';
export const SECOND_CLIENT_SECRET = 'sandbox-second-client-secret';
export const LIMITED_CLIENT_ID = 'sandbox-limited-client-id';
export const LIMITED_CLIENT_SECRET = 'sandbox-limited-client-secret';
export const READ_ONLY_CLIENT_ID = 'sandbox-read-only-client-id';
export const READ_ONLY_CLIENT_SECRET = 'sandbox-read-only-client-secret';

export const TENANT_ID = 'sandbox-tenant';
export const OPENTEXT_CLIENT_ID = 'sandbox-client';
export const OPENTEXT_CLIENT_SECRET = 'sandbox-client-password';
export const REVIEWER = 'rita.reviewer@example.com';
export const MANAGER = 'max.manager@example.com';
export const USER_PASSWORD = 'sandbox-user-password';

/** Core Signature: subscription of the site, and whom the service client sends for. */
export const SIGNATURE_SUBSCRIPTION = 'coresignature-sandbox';
export const SERVICE_CLIENT_SENDER = { email: 'signing@example.com', name: 'Sandbox Store' };
