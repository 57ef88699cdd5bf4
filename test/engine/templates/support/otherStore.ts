import axios from 'axios';
import {
	OPENTEXT_CLIENT_ID,
	OPENTEXT_CLIENT_SECRET,
	SERVICE_CLIENT_SENDER,
	SIGNATURE_SUBSCRIPTION,
	TENANT_ID,
} from '../../../sandbox/core/fixtures';

/**
 * Sends a document in the tenant that the workflow of another store uses too.
 *
 * @param sandboxUrl without a slash at the end
 * @param externalId of the document
 * @returns its uuid
 */
export async function sendOf(sandboxUrl: string, externalId: string): Promise<string> {
	const root = `${sandboxUrl}/signature`;
	const { data: token } = await axios.post<{ access_token: string }>(
		`${root}/otdstenant/${TENANT_ID}/oauth2/token`,
		new URLSearchParams({
			grant_type: 'client_credentials',
			subscription: `subscription:${SIGNATURE_SUBSCRIPTION}`,
		}),
		{ auth: { username: OPENTEXT_CLIENT_ID, password: OPENTEXT_CLIENT_SECRET } },
	);
	const { data: request } = await axios.post<{ document: string }>(
		`${root}/api/v1/signature-request-quick-create/`,
		{
			external_id: externalId,
			from_email: SERVICE_CLIENT_SENDER.email,
			name: 'A document of another store',
			who: 'o',
			signers: [{ email: 'nathan@example.com', needs_to_sign: true }],
			file_from_content: Buffer.from('<html><body><h1>Other store</h1></body></html>').toString('base64'),
			file_from_content_name: 'other.html',
		},
		{ headers: { authorization: `Bearer ${token.access_token}` } },
	);
	return request.document.replace(/\/$/, '').split('/').at(-1) ?? '';
}
