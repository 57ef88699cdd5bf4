import { document } from './document';
import { signatureRequest } from './signatureRequest';

/** In the order in which the editor lists them. */
export const resources = [document, signatureRequest];

export const firstResource = signatureRequest;
