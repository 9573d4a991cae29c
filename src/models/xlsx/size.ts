/** `300 MB`, `2.1 GB`, `12 KB`: as a file manager says it. */
export function sizeInWords(bytes: number): string {
  const unit = bytes >= 1e9 ? 'GB' : bytes >= 1e6 ? 'MB' : 'KB';
  const size = bytes / { GB: 1e9, MB: 1e6, KB: 1e3 }[unit];
  return `${size >= 10 ? Math.round(size) : Math.max(0.1, Math.round(size * 10) / 10)} ${unit}`;
}
