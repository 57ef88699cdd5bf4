/**
 * Everything that this package takes for true although OpenText's own specification was not found to say it: one place, each with its source. "Reference" is the
 * Workflow Service reference; U-numbers are its list of unverified points (section 10). Correct it here when a live tenant shows something else.
 */
export const INFERRED = {
	/** Requests in one second before the gateway says 429. Source: README of the sibling service CMS (reference 3.9, U20). */
	requestsPerSecond: 5,
	/** Codes by which the gateway says that no service answers at an address, and that the service is not among those of the application. Source: Apigee, which stands in front (reference 1.1, 2.4). */
	gatewayFaults: {
		noService: /ApplicationNotFound/i,
		notSubscribed: /NoApiProductMatch|InvalidApiKeyForGivenResource/i,
	},
	/** Largest page asked for; clients use up to 1000 without complaint. Source: reference 3.3, U20. */
	pageSize: 100,
	/** Page asked for where a list may be very long; where it is refused, the one above. Source: clients use it, no maximum is documented (reference 3.3, U20). */
	largestPage: 1_000,
	/** What refuses a page of that size. Source: our own guess (U20). */
	tooLargePageStatus: '400',
	/** Paging and sorting of the history lists. Source: runtime lists and Flowable (reference 4.9, U5). */
	historyPaging: { offset: 'offset', count: 'count', sort: 'sort', order: 'order' },
	/** Sort names of the history lists. Source: Flowable (reference 4.9, U6). */
	historySort: { caseStart: 'startTime', caseEnd: 'endTime', taskStart: 'startTime', taskEnd: 'endTime' },
	/** Status and text of a start with a key that is not deployed. Source: Flowable's exception mapping (reference 3.7, U8). */
	unknownModelStatus: [400, 404] as readonly number[],
	/** A second claim by somebody else. Source: Flowable (reference 4.6, U11). */
	alreadyClaimedStatus: 409,
	/** Changing a variable that is not there, and creating one that is. Source: Flowable (reference 4.3, U10). */
	missingVariableStatus: 404,
	existingVariableStatus: 409,
	/** Either may be refused with it as well: then the variables themselves tell which it is. Source: our own guess (U8, U10). */
	otherVariableStatus: 400,
	/** Where comments of a task are written, below the task, as those of a case below the case. Source: Flowable (reference 4.10, U17). */
	taskComments: 'comments',
	/** What refuses a name to sort by. Source: our own guess (reference 7.4.5, U5). */
	unknownSortStatus: '400',
	/** Where the variables of a task alone are written, below the task, with the same calls as those of a case. Source: Flowable (reference 4.10, U17). */
	taskVariables: 'variables',
	/** What an execution is told when a message arrives; the specification's sample body has a `messageName` beside it. Source: Flowable (reference 4.5, E2, U13a). */
	messageAction: 'messageEventReceived',
	/** The diagram of a model that has no drawing. Source: Flowable for the first (reference 4.2, P6), our own guess for the others; after 404 the case tells whether it is there. */
	noDiagramStatus: [400, 204, 404] as readonly number[],
	/** What an execution is refused with that is told something unknown. Source: Flowable (reference 3.7, U8). */
	unknownActionStatus: 400,
	/** Suspending what is suspended, and activating what is active. Source: Flowable (reference 4.2, P4). */
	repeatedStateStatus: 409,
	/** Name of the query parameter with the reason of a termination. Source: Flowable (reference 4.2, P5, U9). */
	deleteReason: 'deleteReason',
	/** A step of the model that does not work undoes the whole call and ends with 500 and an `exception`, so nothing is stored. Source: Flowable's transactions (reference 4.2, P1). */
	undoneStatus: 500,
	/** What that `exception` says when only the state was wrong: something is suspended or delegated. Source: Flowable (reference 3.7, U11). */
	wrongStateText: /suspended|delegated/i,
	/** A `deleteReason` that the model itself set with a terminate end event. Source: Flowable (reference 5.10). */
	modelledEnd: /^terminate end event/i,
	/** How long a new or ended case may stay invisible in the history, in ms: `isasynchistoryenable` writes it in the background. Source: demo models (reference 7.4, U26). */
	historyLagMs: 3_000,
	/** How long a good answer to an action may be ahead of what can be read, in ms. Source: our own guess, longer than `historyLagMs`. */
	confirmMs: 10_000,
	/** What a task of an ended case is called in the history. Source: Flowable (reference 5.11, U24). */
	historicTask: { created: 'startTime', ended: 'endTime' },
	/** How a file is put on a task: as a form with these parts. Source: Flowable; the specification says that files land in OpenText's storage (reference 4.6, T10, U15). */
	attachmentParts: { name: 'name', description: 'description', type: 'type', file: 'file' },
	/** Who may take a task, in the body of T6 and T8: one object with this type and a user or a group. Source: Flowable's identity links (reference 4.6, U14). */
	candidateType: 'candidate',
	/** What they may be called instead, and the status of a refusal after which the next form of such a change is tried: with it nothing was done. Source: our own guess; no body could be read (reference 4.6, U14). */
	otherCandidateTypes: { user: 'candidateUser', group: 'candidateGroup' },
	otherFormStatus: 400,
	/** Where the bytes of an attachment lie, below it. Source: Flowable (reference 4.10, U15); where they do not, its `contentUrl` may tell. */
	attachmentContent: 'content',
	/** Where the steps of cases are listed, and with what a service answers that has no such list. Source: Flowable (reference 4.10, 5.12, U17). */
	activities: { path: '/historic-activity-instances', missing: [404, 405, 501] as readonly number[] },
	/** Kinds of steps that are told otherwise, or are none. Source: Flowable (reference 5.12, U24). */
	stepsToldElsewhere: ['userTask', 'sequenceFlow'] as readonly string[],
	/** A model in XML is refused with it where the service wants base64 in place of plain text. Source: our own guess, "encoded BPMN xml" of the specification (reference 4.7, M1, U16). */
	otherEncodingStatus: 400,
	/** A model that cases follow may be refused to be deleted with it. Source: our own guess; the behaviour is unknown (reference 3.7, 4.7, M4, U16). */
	followedModelStatus: 409,
	/**
	 * The type of a variable, by the type with which a model declares it. Source: `int`, `datetime` and `string` stand in models, and with the types of variables they fit no other
	 * way; the rest has one name in both (reference 5.1, 6.2).
	 */
	declaredTypes: {
		boolean: 'boolean',
		date: 'date',
		datetime: 'date',
		double: 'double',
		int: 'integer',
		integer: 'integer',
		json: 'json',
		long: 'long',
		string: 'string',
	} as Readonly<Record<string, string>>,
} as const;
