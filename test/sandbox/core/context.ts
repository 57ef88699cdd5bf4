/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import type { EventEmitter } from 'node:events';

import type { Clock } from './clock';
import type { Exchanges } from './exchanges';
import type { Faults } from './faults';

/** What `changes` emits under the name 'change', for the live page. */
export interface Change {
	service: 'bigcommerce' | 'workflow' | 'signature' | 'sandbox';
	/** vendor's word for what changed: order, metafield, hook, delivery, case, task, document, event, mail, clock, reset */
	kind: string;
	id: string;
}

/** What the stand-ins share. */
export interface SandboxContext {
	clock: Clock;
	faults: Faults;
	exchanges: Exchanges;
	/** emits 'change' with a {@link Change} */
	changes: EventEmitter<{ change: [Change] }>;
	/** folder of the state files; undefined: memory only */
	dataDir?: string;
	/** http://127.0.0.1:<port>, without a path */
	baseUrl(): string;
}
