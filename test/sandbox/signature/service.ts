import type { SandboxContext, StateFile } from '../core';

import { Callbacks } from './callbacks';
import { Documents } from './documents';
import { Events } from './events';
import { Files } from './files';
import { Lifecycle } from './lifecycle';
import { Links } from './links';
import { Outbox } from './outbox';
import type { Parts } from './parts';
import { Presenter } from './present';
import { Requests } from './requests';
import { Signing } from './signing';
import { Tokens } from './tokens';
import type { SignatureState } from './types';

/** Everything that the routes work with. */
export interface Service extends Parts {
	tokens: Tokens;
	present: Presenter;
	outbox: Outbox;
	callbacks: Callbacks;
	events: Events;
	lifecycle: Lifecycle;
	documents: Documents;
	signing: Signing;
	requests: Requests;
}

/** Puts the parts of the stand-in together. */
export function createService(context: SandboxContext, state: StateFile<SignatureState>): Service {
	const parts: Parts = {
		context,
		state,
		files: new Files(context.dataDir),
		links: new Links(state, context),
	};
	const present = new Presenter(parts);
	const outbox = new Outbox(parts);
	const callbacks = new Callbacks(parts, present);
	const events = new Events(parts, callbacks);
	const lifecycle = new Lifecycle(parts, events, outbox, callbacks);
	const signing = new Signing(parts, events, outbox, lifecycle);
	return {
		...parts,
		tokens: new Tokens(context.clock, () => state.data.switches),
		present,
		outbox,
		callbacks,
		events,
		lifecycle,
		documents: new Documents(parts, lifecycle),
		signing,
		requests: new Requests(parts, events, outbox, lifecycle, signing),
	};
}
