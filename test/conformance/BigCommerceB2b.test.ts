import { withLeapingSleep } from '../engine/support/leapingTime';
import { bigCommerceB2b } from './support/bigCommerceB2b';
import { walk } from './support/walk';

jest.mock('n8n-workflow', () => withLeapingSleep());

walk('BigCommerceB2b', bigCommerceB2b);
