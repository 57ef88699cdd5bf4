import type { Service } from './service';

export const workflow: Service = { name: 'workflow' };
