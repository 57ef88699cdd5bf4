/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Agent } from 'node:http';

/**
 * A connection of its own for each call. A kept one is closed by the other side after a few idle seconds, and when that side or this one is
 * slow the next call goes out on it all the same: "socket hang up", which says nothing about what is tested.
 */
export const OWN_CONNECTION = { httpAgent: new Agent({ keepAlive: false }), proxy: false } as const;
