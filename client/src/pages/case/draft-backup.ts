const nameOf = (caseId: string): string => `formflow.draft.${caseId}`;

interface Backup {
  rev: number;
  data: Record<string, unknown>;
}

const isBackup = (value: unknown): value is Backup =>
  typeof value === 'object' && value !== null && 'rev' in value && 'data' in value && typeof value.data === 'object';

/** What this computer kept and the server has not got, where it was made from the draft that the server still has. */
export const readBackup = (caseId: string, rev: number): Record<string, unknown> | null => {
  const text = localStorage.getItem(nameOf(caseId));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isBackup(value) && value.rev === rev ? value.data : null;
  } catch {
    return null;
  }
};

/** Keeps a copy on this computer until the server has it. A full storage is no reason to stop typing. */
export const keepBackup = (caseId: string, rev: number, data: Record<string, unknown>): void => {
  try {
    localStorage.setItem(nameOf(caseId), JSON.stringify({ rev, data }));
  } catch {
    forgetBackup(caseId);
  }
};

export const forgetBackup = (caseId: string): void => {
  localStorage.removeItem(nameOf(caseId));
};
