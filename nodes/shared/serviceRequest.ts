import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { Gives } from './answer';
import type { Advice } from './errorText';
import type { Pace, Paces } from './pace';
import type { Broken, Reply, RetryRules } from './send';

/** What a request asks for by name and value. */
export type Query = IDataObject;

/** What a request asks for. A service may add to it. */
export interface Target {
	/** Below the address of the service. */
	path: string;
	query?: Query;
	/** What it is about, for error texts. */
	subject: unknown;
}

/** A body that is sent while it is being read. */
export interface StreamedBody {
	/** What Node calls a Readable; read once. Destroying it lets the file go of which it is made. */
	stream: object & { destroy?(): unknown };
	/** In bytes, when it is known. */
	length?: number;
	/** Its media type; left out: JSON. */
	type?: string;
}

/** An object, or a list of them or of ids. */
export type PlainBody = IDataObject | IDataObject[] | number[];

/** A function makes a new stream for each try. */
export type Body = PlainBody | (() => Promise<StreamedBody>);

/** How a target is asked for. */
export interface Sent {
	method: IHttpRequestMethods;
	body?: Body;
	/** What a good answer looks like. */
	gives: Gives;
	/** Media type of a small file that is the answer, whose bytes are its body; a refusal stays JSON. */
	bytes?: string;
	/** It changes nothing although its method could, such as a calculation that is asked for by POST. */
	reads?: true;
	/** It makes something new although its method changes what is there, such as a PUT of a record without an id: never sent again in doubt. */
	makes?: true;
	/** A good answer is a file: a stream of which nobody has read yet, not packed, so that its announced length is that of the file. */
	streams?: true;
	/** What will be true when a change was carried out: `the document was sent`; left out: what the service's dialect says of its method. */
	done?: string;
}

/** What a good answer of a read looks like, where it is more than a record with its id. */
export interface Read {
	gives?: Gives;
}

/** Everything in which one service's HTTP differs from another's, apart from its lists. */
export interface Dialect<Place, Aim extends Target> {
	/** The credential's name in n8n. */
	credential: string;
	/** What is wrong with the fields of the credential; undefined when nothing is. */
	faultIn(fields: ICredentialDataDecryptedObject): Advice | undefined;
	/** Where the service is, by fields in which nothing is wrong. */
	placeIn(fields: ICredentialDataDecryptedObject): Place;
	/** What the quota is counted by. */
	accountOf(place: Place): string;
	paces: Paces;
	/** Holds one request to the cap that the service states for its kind alone; left out: it states none. @param pace the limiter of the account */
	capped?(pace: Pace, account: string, method: IHttpRequestMethods, aim: Aim): Pace;
	rules: RetryRules;
	urlOf(place: Place, aim: Aim): string;
	/** Media types of an answer, as the header names them. */
	accept: string;
	/** How a body is written; left out: n8n writes it as JSON, and leaves an empty object out. */
	written?(body: PlainBody): string;
	/** How long one try may take, in ms. @param patienceMs how long all of them may; undefined for the usual patience */
	timeoutMs(patienceMs?: number): number;
	/** Statuses on which n8n renews the token and tries once more. */
	renewOn?: number[];
	/** What one record looks like. @param id the one that was asked for, if it was */
	record(aim: Aim, id?: string | number): Gives;
	/** The record in an answer that holds one. */
	recordIn(body: unknown, aim: Aim): unknown;
	/** What to tell the user about a request that did not succeed. @param isForChange it belongs to something that changes the service's data */
	explain(
		last: Reply | Broken,
		subject: Aim['subject'],
		method: IHttpRequestMethods,
		isForChange?: boolean,
	): Advice;
	/** What a refusal says of the credential as a whole, whatever was asked, such as that there is no such service: no answer to the request. Left out, or undefined: nothing. */
	wholly?(last: Reply | Broken): Advice | undefined;
	/** The words of a refusal; undefined when there are none. */
	vendorMessage(reply: Reply): string | undefined;
	/** What will be true when a change was carried out. */
	done(subject: Aim['subject'], method: IHttpRequestMethods): string;
}
