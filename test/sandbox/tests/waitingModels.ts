const definitions = (key: string, globals: string, content: string): string =>
	[
		"<?xml version='1.0' encoding='UTF-8'?>",
		"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='http://example.com/test'>",
		`${globals}<process id='${key}' name='Model ${key}' isExecutable='true'>${content}</process></definitions>`,
	].join('');

const flow = (from: string, to: string): string =>
	`<sequenceFlow id='${from}_${to}' sourceRef='${from}' targetRef='${to}'/>`;

const chain = (...ids: string[]): string =>
	ids
		.slice(1)
		.map((id, at) => flow(ids[at], id))
		.join('');

const catchEvent = (id: string, definition: string): string =>
	`<intermediateCatchEvent id='${id}'>${definition}</intermediateCatchEvent>`;

/** Waits for a message, for a signal and for a trigger at once, and ends when all three have come; behind the trigger, a person works. */
export const waitingModel = (key: string): string =>
	definitions(
		key,
		"<message id='m1' name='orderPaid'/><signal id='s1' name='stockArrived'/>",
		[
			"<startEvent id='start'/><parallelGateway id='fork'/><parallelGateway id='join'/><endEvent id='end'/>",
			"<receiveTask id='waitForTruck' name='Wait for truck'/><userTask id='unload' name='Unload'/>",
			catchEvent('waitForPayment', "<messageEventDefinition messageRef='m1'/>"),
			catchEvent('waitForStock', "<signalEventDefinition signalRef='s1'/>"),
			chain('start', 'fork', 'waitForTruck', 'unload', 'join', 'end'),
			chain('fork', 'waitForPayment', 'join'),
			chain('fork', 'waitForStock', 'join'),
		].join(''),
	);

/** Waits for a trigger once, and ends. */
export const lastWaitModel = (key: string): string =>
	definitions(
		key,
		'',
		`<startEvent id='start'/><receiveTask id='waitForTruck'/><endEvent id='end'/>${chain('start', 'waitForTruck', 'end')}`,
	);

/** Waits twice for the same message at once. */
export const twoWaitsModel = (key: string): string =>
	definitions(
		key,
		"<message id='m1' name='orderPaid'/>",
		[
			"<startEvent id='start'/><parallelGateway id='fork'/><parallelGateway id='join'/><endEvent id='end'/>",
			catchEvent('first', "<messageEventDefinition messageRef='m1'/>"),
			catchEvent('second', "<messageEventDefinition messageRef='m1'/>"),
			chain('start', 'fork', 'first', 'join', 'end'),
			chain('fork', 'second', 'join'),
		].join(''),
	);
