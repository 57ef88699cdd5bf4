import { withLeapingSleep } from '../engine/support/leapingTime';
import { decision } from './support/decision';
import { walk } from './support/walk';

jest.mock('n8n-workflow', () => withLeapingSleep());

walk('OpenTextDecision', decision);
