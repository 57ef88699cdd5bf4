export { signingLog } from './signingLog';
export type { SigningLog } from './signingLog';
export { signPdf } from './signPdf';
export type { SignaturePage } from './signPdf';
export { toPdf } from './toPdf';
