import { z } from 'zod';

const flag = (byDefault: boolean) => z.boolean().default(byDefault);

/**
 * Behaviour that the reference leaves open, one switch each. In brackets: the section of the Workflow Service reference that says so (U: its list of unverified points,
 * section 10).
 */
export const switches = z
	.object({
		/** what lists come in: all that is expected; the total and the next page alone; or rows under one name for every list (3.2, U3, U4) */
		listEnvelope: z.enum(['full', 'lean', 'otherKeys']).default('full'),
		/** off: the list of running cases ignores its filter by business key (4.2 P2, U25) */
		businessKeyFilter: flag(true),
		/** off: the reason of a termination is not kept, and a text of the service stands there (4.2 P5, U9) */
		keepsDeleteReason: flag(true),
		/** how long after the fact the history shows it (7.4, U26) */
		historyDelayMs: z.number().min(0).default(0),
		/** off: the history ignores offset, count and sort (9.3, U5) */
		historyHonoursPaging: flag(true),
		/** off: a sort of the history is refused with 400 (4.9, U6) */
		historyKnowsSort: flag(true),
		/** whether bounds of the history's times include their own time: those of cases but not of tasks, all, or none (7.4, U7) */
		historyBounds: z.enum(['asFlowable', 'inclusive', 'exclusive']).default('asFlowable'),
		/** off: there is no list of activities (4.10, U17) */
		historyTellsActivities: flag(true),
		/** completing a task that nobody holds is refused with 403 (4.6, U11) */
		refuseUnassignedCompletion: flag(true),
		/** suspending what is suspended, and activating what is active, is refused with 409 (4.2 P4) */
		refuseRepeatedState: flag(true),
		/** off: an execution is told `trigger` and `signalEventReceived` alone, anything else is refused with 400 (4.5, U13a) */
		inferredExecutionActions: flag(true),
		/** the answer to a start of activities in an ad-hoc sub-process has the list in a list, as the sample has it (4.5, A1) */
		nestsStartedActivities: flag(true),
		/** off: the operations that nobody saw, and that nothing of this package needs, are not there (4.10, U17) */
		probableOperations: flag(true),
		/** what an action on an execution answers with: 200 and the execution while it exists, or always without a body (3.8) */
		executionAnswer: z.enum(['execution', 'empty']).default('execution'),
		/** off: a task has no comments of its own to write, only those that are read with it (4.10, U17) */
		taskComments: flag(true),
		/** off: a task has no variables of its own to write, only those that are read with it (4.10, U17) */
		taskVariables: flag(true),
		/** how a change of a missing variable and the creation of an existing one are refused: with 404 and 409, or both with 400 (4.3, U10) */
		variableRefusals: z.enum(['telling', 'badRequest']).default('telling'),
		/**
		 * how assignments are changed: by an object with type and user or group, with types that tell users and groups apart, or by a list of objects;
		 * anything else is refused with 400. A DELETE by its query alone is none: nobody knows what it would empty (4.6 T5–T8, U14)
		 */
		assignmentForm: z.enum(['object', 'byKind', 'list']).default('object'),
		/** how the diagram of a model that was never drawn is answered: 400, 404, or 204 (4.2 P6, U8) */
		undrawnDiagram: z.enum(['badRequest', 'notFound', 'noContent']).default('badRequest'),
		/** where the bytes of an attachment are: below it, only where its contentUrl says, or nowhere here (4.10, U15) */
		attachmentContent: z.enum(['below', 'contentUrl', 'nowhere']).default('below'),
		/** what "encoded" means of a model in XML; anything else is refused with 400 (4.7, U16) */
		xmlModels: z.enum(['either', 'plain', 'base64']).default('either'),
		/** off: a model is not undeployed while cases follow it, 409 (4.7, M4, U16) */
		undeploysWithCases: flag(true),
		/** life of an access token (2.2) */
		tokenLifetimeSeconds: z.number().int().min(1).default(3600),
		/** requests per second before 429; null: no limit (3.9, U20) */
		throttlePerSecond: z.number().int().min(1).nullable().default(null),
	})
	.strict();

export type Switches = z.output<typeof switches>;

/** Some of them, to be set. */
export const changes = switches.partial();
