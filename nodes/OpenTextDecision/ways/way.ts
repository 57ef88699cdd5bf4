import type { ItemFile } from '../../shared/itemFile';
import type { ItemRun } from '../../shared/itemRun';
import type { Decided, RoundRecord } from '../../shared/decision/roundRecord';
import type { Given } from '../../shared/record/given';
import type { Waiter } from '../../shared/wait';
import type { StoredRound } from '../../BigCommerce/links/DecisionRounds';
import type { ObjectType } from '../records/objects';
import type { documentItem } from '../../OpenTextCoreSignature/records/documentItem';
import type { variablesOf } from '../../OpenTextWorkflow/transport/replies';
import type { Values } from '../records/order';

/** What a question is put to people with. */
export interface Opening {
	round: StoredRound;
	type: ObjectType;
	object: Given;
	/** Whether people get the summary of the object. */
	summary: boolean;
	/** The files of the item that may be put with it. */
	files: ItemFile[];
	/** What is known of an order by its groups of facts, where the item brought them. */
	facts?: Values;
	/** The round before it, if there was one. */
	previous?: StoredRound;
}

/** Where a question is answered, as its record keeps it. */
export type Place = Omit<NonNullable<RoundRecord['effect']>, 'at'>;

/** Somebody who did their part in a decision. */
export interface Person {
	/** As the service names people: mostly an e-mail address. */
	who: string;
	step: string | null;
	/** In UTC. */
	at: string | null;
	/** What they said, where the service tells it. */
	outcome?: string;
}

/** What happens to a question before it is answered, which a merchant may want to know; each is told once. */
export interface Happening {
	/** Tells it from whatever else happens to the same question. */
	id: string;
	/** As an item of Progress names it (decisions page, section 3). */
	event: string;
	step?: string;
	/** A sentence without its full stop. */
	text: string;
}

/** A question as it stands now at the service in which people answer it. */
export interface Standing {
	place: Place;
	/** How it ended, in one word (decisions page, section 3); undefined as long as people have it in front of them. */
	outcome?: string;
	/** Why, in the words of whoever decided. */
	reason?: string;
	/** Who decided, and when (UTC); may cost a call. */
	decider(): Promise<Pick<Decided, 'by' | 'at'>>;
	/** Who had a part in it up to now, in their order; may cost a call. */
	people(): Promise<Person[]>;
	/** Everything that has happened up to now, oldest first; left out where the service tells none; may cost a call. */
	happenings?(): Promise<Happening[]>;
	/** When it came to its outcome, where the service tells. */
	endedAt?: string;
	/** False when others answered than were asked; left out where the service cannot tell. */
	isAsAsked?: boolean;
	/** Where who is asked next signs, for whom it is embedded in a page; a secret of that person. */
	signingLink?: string;
	/** What an item of the trigger tells besides, by its names. */
	told: { variables: ReturnType<typeof variablesOf> } | { document: ReturnType<typeof documentItem> };
}

/** Whose questions are looked for. */
export interface Whose {
	storeHash: string;
	purpose: string;
}

/** What is looked for at each poll. */
export interface Sought {
	whose: Whose;
	/** Everything up to this was read before, in ms since 1970; left out when everything is looked at. */
	since?: number;
	/** The rounds that people have in front of them, of those that were read. */
	open: readonly StoredRound[];
	/** When the time is up, in ms since 1970. */
	stopAt: number;
}

/** What ended at the service. */
export interface EndedQuestions {
	/** Link keys of those that may have ended. */
	keys: ReadonlySet<string>;
	/** The process models of cases that ended and were started elsewhere, as far as the same list told them; null for one that does not tell its model. */
	models?: ReadonlySet<string | null>;
}

/** By what a question is known to the service. */
export interface Asked {
	record: {
		key: string;
		question: Pick<RoundRecord['question'], 'model'>;
		effect?: RoundRecord['effect'];
	};
}

/** One way of asking people. A question is known to the service by its link key. */
export interface Way {
	/** The service ends by itself what nobody answered in time. Where it is wished otherwise, or the service does not, it stays open and is told as overdue. */
	readonly endsItself: boolean;
	/**
	 * Looks whether a question is set up so that it can be put at all, before anything is claimed or held for it. Where the service does not answer it is asked all the same.
	 *
	 * @throws NodeOperationError when it can never be put
	 */
	check?(run: ItemRun, question: RoundRecord['question']): Promise<void>;
	/**
	 * Puts a question to people, or finds the one that an earlier run put (create or get by link key).
	 *
	 * @throws CannotAsk when people cannot be asked, and nothing was sent
	 * @throws NodeApiError when the service refuses, or nobody knows what became of it: the claim stays, and the next run goes on with it
	 */
	open(run: ItemRun, opening: Opening): Promise<Pick<Standing, 'place' | 'signingLink'>>;
	/**
	 * Puts files with what people have in front of them, each once; left out where the service has no place for them.
	 *
	 * @returns false when no task is open with which they could lie
	 * @throws NodeApiError when the service refuses one, or nobody knows whether it is there
	 */
	attach?(functions: Waiter, asked: Asked, files: readonly ItemFile[]): Promise<boolean>;
	/** @returns undefined when people were never asked @throws NodeApiError when the service does not answer */
	find(round: StoredRound): Promise<Standing | undefined>;
	/** Takes a question back that still runs; one that has ended, or never was asked, is left as it is. @param reason kept where the service has a place for it */
	end(functions: Waiter, asked: Asked, reason: string): Promise<void>;
	/** The questions that may have ended. @throws NodeApiError when the service does not answer */
	ended(sought: Sought): Promise<EndedQuestions>;
	/** Link keys of the questions to which something happened, each with what names the newest of it. @throws NodeApiError when the service does not answer */
	moved(sought: Sought & { since: number }): Promise<Map<string, string>>;
}
