const ADDRESS = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/;

/** Mail addresses out of what was pasted: a column of a sheet, a list with commas, `Name <address>`; and what is none. */
export const recipientsIn = (pasted: string): { addresses: string[]; wrong: string[] } => {
  const lines = pasted.split(/[\n;,，；]/).map((line) => line.trim());
  const found = lines
    .filter((line) => line !== '')
    .map((line) => {
      const words = line.split(/[\s<>]+/).map((word) => word.replace(/^["']|["']$/g, ''));
      return { line, address: words.find((word) => ADDRESS.test(word))?.toLowerCase() };
    });
  return {
    addresses: [...new Set(found.flatMap(({ address }) => (address === undefined ? [] : [address])))],
    wrong: found.filter(({ address }) => address === undefined).map(({ line }) => line),
  };
};
