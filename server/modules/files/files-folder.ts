/** Where files are kept on disk; given by the settings. */
export class FilesFolder {
  constructor(readonly path: string) {}
}
