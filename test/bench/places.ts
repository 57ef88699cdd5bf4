/** Where things lie on this machine. */
export interface Places {
	/** the installed n8n */
	n8nFolder: string;
	/** our unpacked package */
	packFolder: string;
	/** n8n's user folder (N8N_USER_FOLDER), empty and only for this run */
	userFolder: string;
}
