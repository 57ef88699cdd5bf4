import type { SandboxContext, StateFile } from '../core';

import type { Files } from './files';
import type { Links } from './links';
import type { DocumentRecord, SignatureState } from './types';

/** What every part of the stand-in works with. */
export interface Parts {
	context: SandboxContext;
	state: StateFile<SignatureState>;
	files: Files;
	links: Links;
}

/** Keeps a change and tells the live page. */
export function saved({ context, state }: Parts, kind: string, id: string): void {
	state.save();
	context.changes.emit('change', { service: 'signature', kind, id });
}

/** A document changed. */
export function touched(parts: Parts, document: DocumentRecord): void {
	document.modifiedAt = parts.context.clock.now();
	saved(parts, 'document', document.uuid);
}

/** Whether a record is still the one of the state: not deleted, not reset meanwhile. */
export const isKept = ({ state }: Parts, document: DocumentRecord): boolean =>
	state.data.documents[document.uuid] === document;
