/** A reason not to start, in both languages, which the parent process shows to the administrator. */
export const refusal = (zh, en) => Object.assign(new Error(en), { zh, en });

const FILE_ERRORS = {
  EACCES: ['没有权限', 'permission is denied'],
  EPERM: ['没有权限', 'permission is denied'],
  EROFS: ['文件系统是只读的', 'the file system is read-only'],
  ENOTDIR: ['路径中有一部分不是文件夹', 'a part of the path is not a folder'],
  EEXIST: ['路径中有一部分不是文件夹', 'a part of the path is not a folder'],
  ENOENT: ['路径不存在', 'the path does not exist'],
  ENOTEMPTY: ['其中已有别的文件', 'it holds other files'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['磁盘配额已满', 'the disk quota is used up'],
};

/** The sentence for a system error met while preparing the data folder; undefined when it is none of them. */
export const folderRefusal = (error, folder) => {
  const words = FILE_ERRORS[error?.code];
  if (words === undefined) return undefined;
  const path = error.path ?? folder;
  return refusal(
    `数据文件夹 ${folder} 不能写入：${words[0]}（${path}）。请修改权限，或用 DATA_DIR 指定另一个文件夹。`,
    `The data folder ${folder} cannot be written: ${words[1]} (${path}). Change its permissions, or set DATA_DIR to another folder.`,
  );
};
