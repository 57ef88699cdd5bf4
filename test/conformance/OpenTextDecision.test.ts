import { withLeapingSleep } from '../engine/support/leapingTime';
import { OBJECT_TYPES } from '../../nodes/OpenTextDecision/records/objects';
import { cases, ORDER } from './cases/OpenTextDecision/decision';
import { decision } from './support/decision';
import { walk } from './support/walk';

jest.mock('n8n-workflow', () => withLeapingSleep());

const others = OBJECT_TYPES.map(({ value }) => value).filter((value) => value !== ORDER);

it.each(Object.keys(cases))('%s is run about every type of object that people decide about', (operation) => {
	expect(Object.keys(cases[operation].others ?? {}).sort()).toEqual(others.map((type) => `a ${type}`).sort());
});

walk('OpenTextDecision', decision);
