import { withLeapingSleep } from '../engine/support/leapingTime';
import { workflow } from './support/workflow';
import { walk } from './support/walk';

jest.mock('n8n-workflow', () => withLeapingSleep());

walk('OpenTextWorkflow', workflow);
