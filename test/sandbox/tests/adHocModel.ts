/** Two activities that can be started in an ad-hoc sub-process. */
export const RUNS =
	'<userTask id="call" name="Call the buyer"/><userTask id="inspect" name="Inspect the goods"/>';
/** Ends it once a variable says so. */
export const ENDS_WHEN_CALLED =
	'<completionCondition xsi:type="tFormalExpression">${called == true}</completionCondition>';

/** A case that waits in an ad-hoc sub-process, of which each test says how it runs and what lies in it. */
export const modelWith = (inside: string, attributes = '', around = '') =>
	`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://example.com/test"><process id="free" name="Free" isExecutable="true"><startEvent id="s"/><adHocSubProcess id="work" name="Work" ${attributes}>${inside}</adHocSubProcess>${around}<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="work"/><sequenceFlow id="g" sourceRef="work" targetRef="e"/></process></definitions>`;
