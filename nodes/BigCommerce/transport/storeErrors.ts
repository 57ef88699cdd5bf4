import { tooLong, unanswered, type Advice } from '../../shared/errorText';
import type { IHttpRequestMethods } from 'n8n-workflow';
import { isRead, type Broken, type Reply } from '../../shared/send';
import { accessFor, scopeFor, type Access, type FurtherScope, type ScopeName } from './scopes';

/** What the request was about, for the error text: "order 4711". */
export interface Subject {
	/** For example `order 4711`. */
	name: string;
	/** The scope that the token needs; undefined where it depends on what a hook tells of. */
	scope?: ScopeName | FurtherScope;
	/** How it needs it, where the method of the request does not tell: who registers a webhook need only read what it tells of (BigCommerce reference 1.3). */
	access?: Access;
	/** Nothing of it is changed, whatever else is: to read it is all that is needed. */
	onlyRead?: boolean;
	/** What there must be for this, in a sentence, where the store says no more than that it does not offer it. */
	needs?: string;
}

type Explain = (subject: Subject, method: IHttpRequestMethods, isForChange: boolean) => Advice;

/** For the statuses 405 and 501: what the settings or the plan of a store rule out, and a method that a path does not have. */
const notOffered: Explain = ({ name, needs }) => ({
	what: `BigCommerce does not offer this for ${name} in this store`,
	next:
		needs ??
		'Check whether the settings or the plan of the store rule it out; in API Request, check Method and Path as well.',
});

/** What each status means for the user (BigCommerce reference 2.5). */
const BY_STATUS: Readonly<Record<number, Explain>> = {
	207: ({ name }) => ({
		what: `BigCommerce saved ${name}, but not all that was sent for it`,
		next: 'Look at it in the store; what is named below was refused, and can be sent again alone.',
	}),
	400: ({ name }) => ({
		what: `BigCommerce did not accept the values sent for ${name}`,
		next: 'Correct the field named below and run again.',
	}),
	401: () => ({
		what: 'BigCommerce does not accept the access token for this store',
		next: 'Open the BigCommerce credential, test it, and enter the store hash and access token of an API account that still exists.',
	}),
	403: ({ name, scope, access }, method, isForChange) => ({
		what: `The API account may not ${isRead(method) && !isForChange ? 'read' : 'change'} ${name}`,
		next: `Create an API account with ${
			scope
				? `the scope "${scopeFor(scope, access ?? accessFor(method, isForChange))}"`
				: 'the scope of the object that it is about'
		} and use its access token; scopes of an existing account cannot be changed.`,
	}),
	404: ({ name }) => {
		const list = /^the (list of .*)/.exec(name)?.[1];
		const hasId = !list || /\d$/.test(list);
		return {
			what: `BigCommerce knows no ${list ?? name} in this store`,
			next: hasId
				? 'Check the ID, whether it was deleted, and the store hash in the credential.'
				: 'Check the store hash in the credential, and whether the plan of the store has such a list.',
		};
	},
	405: notOffered,
	409: ({ name }) => ({
		what: `BigCommerce already has what was sent for ${name}`,
		next: 'Read what is there, and update it instead.',
	}),
	413: ({ name }) => ({
		what: `Too much was asked for at once for ${name}`,
		next: 'Lower the limit or send less.',
	}),
	414: ({ name }) => tooLong('BigCommerce', name),
	422: ({ name }) => ({
		what: `BigCommerce found the values for ${name} missing or not valid`,
		next: 'Correct the field named below and run again.',
	}),
	423: ({ name }) => ({
		what: `BigCommerce keeps ${name} locked`,
		next: 'Something else is working on it. Run again in a minute.',
	}),
	429: () => ({
		what: 'The store gets too many requests just now',
		next: 'Run again later, or spread the work: every app of the store shares one quota.',
	}),
	431: ({ name }) => tooLong('BigCommerce', name),
	501: notOffered,
	507: ({ name }) => ({
		what: `The plan of the store has no room for what was sent for ${name}`,
		next: 'Remove what is no longer needed, or ask BigCommerce for a plan with a higher limit; until then every further run is refused.',
	}),
};

/**
 * What to tell the user about a request that did not succeed.
 *
 * @param last the refusal, or the broken connection
 * @param subject what the request was about
 * @param method of the request
 * @param isForChange it belongs to something that changes the store
 */
export function explain(
	last: Reply | Broken,
	subject: Subject,
	method: IHttpRequestMethods,
	isForChange = false,
): Advice {
	const known = BY_STATUS[last.status];
	if (known) return known(subject, method, isForChange && !subject.onlyRead);
	if (last.status >= 300 && last.status < 500) {
		return {
			what: `BigCommerce answered with status ${last.status} for ${subject.name}`,
			next: 'Check the base URL in the credential; it must begin with https.',
		};
	}
	return {
		what: unanswered('BigCommerce', last, subject.name),
		next: isRead(method)
			? 'Run again in a while.'
			: `Look at ${subject.name} in the store before you run this item again.`,
	};
}
