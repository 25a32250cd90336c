/** Lists that grow with the world and not with the literature: measures of results, places, languages. */

const set = (names: string): ReadonlySet<string> =>
  new Set(
    names
      .trim()
      .split(/[;\n]/)
      .map((name) => name.trim()),
  );

/**
 * What results are told in, in small letters, without hyphens and plurals. Left away is what is as often a method or a thing
 * that papers study (MAE, perplexity, BERTScore, signal-to-noise ratio).
 */
export const MEASURES = set(`
  accuracy; top 1 accuracy; balanced accuracy; precision; recall; sensitivity; specificity; success rate; pass rate; win rate
  f1; f2; f1 score; f score; macro f1; micro f1; weighted f1; macro f1 score; micro f1 score; weighted f1 score; mf1
  auc; auroc; auprc; aupr; roc auc; auc roc; pr auc; auc pr; area under the curve; fpr95; fpr; tpr; eer; equal error rate
  ap50; ap75; map50; mean average precision; miou; iou; mean iou; intersection over union; mean intersection over union
  dice score; dice coefficient; dice similarity coefficient; hd95; normalized surface dice
  psnr; peak signal to noise ratio; ssim; ms ssim; structural similarity index; structural similarity index measure; lpips
  fid; gfid; sfid; rfid; fvd; frechet inception distance; fréchet inception distance; fréchet video distance; inception score
  bleu; bleu 1; bleu 2; bleu 3; bleu 4; sacrebleu; rouge; rouge 1; rouge 2; rouge l; rouge lsum; chrf; chrf++; meteor; cider
  wer; word error rate; character error rate; phoneme error rate; diarization error rate; mean opinion score
  rmse; mape; mean absolute error; mean absolute percentage error; mean squared error; root mean square error
  root mean squared error; mean square error; absrel; abs rel; mpjpe; pa mpjpe; mean per joint position error; minade; minfde
  mrr; mean reciprocal rank; ndcg; normalized discounted cumulative gain; srcc; plcc; spearman correlation; pearson correlation
  spearman's rank correlation; spearman rank correlation; pearson correlation coefficient; matthews correlation coefficient
  cohen's kappa; fleiss' kappa; krippendorff's alpha; quadratic weighted kappa; expected calibration error; exact match
  flop; gflop; tflop; gmac; time to first token; r²; r squared
`);

export const PLACES = set(`
  Africa; Asia; Europe; North America; South America; Latin America; Southeast Asia; South Asia; East Asia; Middle East
  Sub-Saharan Africa; European Union; EU; United States; United States of America; USA; US; U.S.; United Kingdom; UK; Great Britain
  Afghanistan; Albania; Algeria; Angola; Argentina; Armenia; Australia; Austria; Azerbaijan; Bangladesh; Belarus; Belgium; Benin
  Bolivia; Botswana; Brazil; Bulgaria; Burkina Faso; Burundi; Cambodia; Cameroon; Canada; Chile; China; Colombia; Costa Rica
  Croatia; Cuba; Cyprus; Czech Republic; Czechia; Denmark; Dominican Republic; Ecuador; Egypt; El Salvador; England; Estonia
  Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Germany; Ghana; Greece; Guatemala; Guinea; Haiti; Honduras; Hong Kong
  Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Kazakhstan; Kenya; Kosovo
  Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia; Maldives
  Mali; Malta; Mauritania; Mauritius; Mexico; Moldova; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nepal
  Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Macedonia; Northern Ireland; Norway; Oman; Pakistan; Palestine; Panama
  Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Puerto Rico; Qatar; Romania; Russia; Rwanda; Saudi Arabia
  Scotland; Senegal; Serbia; Sierra Leone; Singapore; Slovakia; Slovenia; Somalia; South Africa; South Korea; South Sudan; Spain
  Sri Lanka; Sudan; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Togo; Tunisia; Türkiye; Turkmenistan
  Uganda; Ukraine; United Arab Emirates; UAE; Uruguay; Uzbekistan; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe
  California; Texas; Florida; New York; New York City; London; Paris; Berlin; Tokyo; Beijing; Shanghai; Shenzhen; Seoul; Singapore
`);

export const LANGUAGES = set(`
  Afrikaans; Akan; Albanian; Amharic; Arabic; Armenian; Assamese; Azerbaijani; Bangla; Basque; Belarusian; Bengali; Bhojpuri; Bosnian
  Bulgarian; Burmese; Cantonese; Catalan; Cebuano; Chinese; Croatian; Czech; Danish; Dutch; English; Esperanto; Estonian; Farsi
  Filipino; Finnish; French; Galician; Georgian; German; Greek; Guarani; Gujarati; Hausa; Hebrew; Hindi; Hungarian; Icelandic; Igbo
  Indonesian; Irish; Italian; Japanese; Javanese; Kannada; Kazakh; Khmer; Kinyarwanda; Konkani; Korean; Kurdish; Kyrgyz; Lao; Latin
  Latvian; Lithuanian; Luganda; Luxembourgish; Macedonian; Maithili; Malagasy; Malay; Malayalam; Maltese; Mandarin; Mandarin Chinese
  Marathi; Mongolian; Nepali; Norwegian; Odia; Oriya; Oromo; Pashto; Persian; Polish; Portuguese; Punjabi; Quechua; Romanian
  Russian; Sanskrit; Santali; Sepedi; Serbian; Sesotho; Setswana; Shona; Sindhi; Sinhala; Slovak; Slovene; Slovenian; Somali
  Spanish; Sundanese; Swahili; Swedish; Tagalog; Tajik; Tamil; Tatar; Telugu; Thai; Tibetan; Tigrinya; Turkish; Turkmen; Twi
  Ukrainian; Urdu; Uyghur; Uzbek; Vietnamese; Welsh; Wolof; Xhosa; Yiddish; Yoruba; Zulu
`);
