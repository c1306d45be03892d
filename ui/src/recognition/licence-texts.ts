/** The licences of the engine as its packages bring them along; the build puts them beside it. */
export async function licenceTexts(): Promise<string> {
  const answer = await fetch(new URL("ocr/licences.txt", document.baseURI));
  if (!answer.ok) throw new Error(`the licence texts: ${answer.status}`);
  return answer.text();
}
