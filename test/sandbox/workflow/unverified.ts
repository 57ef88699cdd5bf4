import type { Switches } from './switches';

/** What the sandbox does about a point that was not found for the service: the switches by which it behaves either way, or why there is none. */
type Handled =
	{ switches: readonly [keyof Switches, ...Array<keyof Switches>]; because?: string } | { because: string };

/** Every unverified point of the Workflow Service reference, section 10, by its number. */
export const UNVERIFIED: Readonly<Record<string, Handled>> = {
	U1: { because: 'It names the engine as a whole; what follows from it stands below, point by point.' },
	U2: { because: 'A host is free text in the credential, so that no region is assumed.' },
	U3: { switches: ['listEnvelope', 'nestsStartedActivities'] },
	U4: { switches: ['listEnvelope'] },
	U5: { switches: ['historyHonoursPaging'] },
	U6: { switches: ['historyKnowsSort'] },
	U7: { switches: ['historyBounds'] },
	U8: {
		switches: ['refuseRepeatedState', 'undrawnDiagram'],
		because:
			'Other statuses are taken by their meaning in unit tests, and thrown at every call by the tests of crashes.',
	},
	U9: { switches: ['keepsDeleteReason'] },
	U10: {
		switches: ['taskVariables', 'variableRefusals'],
		because: 'After a refusal with 400 the variables themselves tell what it means; any other is told.',
	},
	U11: { switches: ['refuseUnassignedCompletion'] },
	U12: { because: 'Variables are sent without a scope, for which all rules give the same.' },
	U13: { because: 'The value of the model is sent, and any text can be typed: nothing is translated here.' },
	U13a: { switches: ['inferredExecutionActions', 'executionAnswer'] },
	U14: { switches: ['assignmentForm'] },
	U15: { switches: ['attachmentContent'] },
	U16: { switches: ['xmlModels', 'undeploysWithCases'] },
	U17: {
		switches: ['taskComments', 'taskVariables', 'historyTellsActivities', 'probableOperations'],
		because:
			'Not in the sandbox: subtasks, events and tasks without a case, one comment, details of an execution, lists of ad-hoc sub-processes, participants, one ended task, removals from the history, the history of variables, comments of ended cases.',
	},
	U18: { because: 'Nothing here counts on signals to all, webhooks of the service or jobs.' },
	U19: { because: 'Nothing here subscribes to the Event Service: triggers look, and models call.' },
	U20: { switches: ['throttlePerSecond', 'tokenLifetimeSeconds'] },
	U21: { because: 'Claims name their assignee, and filters their user, for either kind of token.' },
	U22: { because: 'What a model calls is a step of its own in the templates, and the slow poll backs it.' },
	U23: { because: 'It is about models in XML, which the sandbox reads in the dialect of the reference.' },
	U24: {
		switches: ['historyTellsActivities'],
		because: 'Fields are read where they are there; no one is needed but the ID.',
	},
	U25: { switches: ['businessKeyFilter'] },
	U26: { switches: ['historyDelayMs'] },
	U27: { because: 'A type that is not known is kept as it stands, and told with its value.' },
};
