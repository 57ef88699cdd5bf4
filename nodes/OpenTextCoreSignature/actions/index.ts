import { document } from './document';
import { event } from './event';
import { evidence } from './evidence';
import { signatureRequest } from './signatureRequest';

/** In the order in which the editor lists them. */
export const resources = [document, event, evidence, signatureRequest];

export const firstResource = signatureRequest;
