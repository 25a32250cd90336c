/** Lists that grow with the world and not with the literature: measures of results, places, languages. */

const set = (names: string): ReadonlySet<string> =>
  new Set(
    names
      .trim()
      .split(/[;\n]/)
      .map((name) => name.trim()),
  );

/**
 * What results are told in, as it is written. Left away is what is as often a method (MAE, METEOR, BERTScore) or a thing that
 * papers study (perplexity, signal-to-noise ratio).
 */
export const MEASURE_NAMES = set(`
  F1; F1-score; macro-F1; Macro-F1; micro-F1; Micro-F1; weighted-F1; mF1
  AUC; AUROC; AUPRC; AUPR; ROC-AUC; AUC-ROC; PR-AUC; AUC-PR; FPR95; AP50; AP75; mAP50; mIoU; IoU; HD95
  PSNR; SSIM; MS-SSIM; LPIPS; FID; gFID; sFID; rFID
  BLEU; BLEU-1; BLEU-2; BLEU-3; BLEU-4; SacreBLEU; ROUGE; ROUGE-1; ROUGE-2; ROUGE-L; ROUGE-Lsum; chrF; chrF++; CIDEr; WER
  RMSE; AbsRel; MPJPE; PA-MPJPE; minADE; minFDE; MRR; nDCG; NDCG; SRCC; PLCC; FLOP; GFLOP; TFLOP; GMAC
`);

/** The same in words: in small letters, without hyphens and plurals. */
export const MEASURE_WORDS = set(`
  top 1 accuracy; balanced accuracy; success rate; pass rate; win rate; f1 score; macro f1 score; micro f1 score
  weighted f1 score; area under the curve; equal error rate; mean average precision; mean iou; intersection over union
  mean intersection over union; dice score; dice coefficient; dice similarity coefficient; normalized surface dice
  peak signal to noise ratio; structural similarity index; structural similarity index measure; frechet inception distance
  fréchet inception distance; fréchet video distance; inception score; word error rate; character error rate
  phoneme error rate; diarization error rate; mean opinion score; mean absolute error; mean absolute percentage error
  mean squared error; mean square error; root mean square error; root mean squared error; mean per joint position error
  mean reciprocal rank; normalized discounted cumulative gain; spearman correlation; pearson correlation
  spearman's rank correlation; spearman rank correlation; pearson correlation coefficient; matthews correlation coefficient
  cohen's kappa; fleiss' kappa; krippendorff's alpha; quadratic weighted kappa; expected calibration error; exact match
  time to first token
`);

export const PLACES = set(`
  Africa; Asia; Europe; North America; South America; Latin America; Southeast Asia; South Asia; East Asia; Middle East
  Sub-Saharan Africa; European Union; EU; United States; United States of America; USA; US; U.S.; United Kingdom; UK; Great Britain
  Afghanistan; Albania; Algeria; Angola; Argentina; Armenia; Australia; Austria; Azerbaijan; Bangladesh; Belarus; Belgium; Benin
  Bolivia; Botswana; Brazil; Bulgaria; Burkina Faso; Burundi; Cambodia; Cameroon; Canada; Chile; China; Colombia; Costa Rica
  Croatia; Cuba; Cyprus; Czech Republic; Czechia; Denmark; Dominican Republic; Ecuador; Egypt; El Salvador; England; Estonia
  Eswatini; Ethiopia; Finland; France; Gabon; Gambia; Germany; Ghana; Greece; Guatemala; Guinea; Haiti; Honduras; Hong Kong
  Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Kazakhstan; Kenya; Kosovo
  Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia; Maldives
  Mali; Malta; Mauritania; Mauritius; Mexico; Moldova; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nepal
  Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Macedonia; Northern Ireland; Norway; Oman; Pakistan; Palestine; Panama
  Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Puerto Rico; Qatar; Romania; Russia; Rwanda; Saudi Arabia
  Scotland; Senegal; Serbia; Sierra Leone; Singapore; Slovakia; Slovenia; Somalia; South Africa; South Korea; South Sudan; Spain
  Sri Lanka; Sudan; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Togo; Tunisia; Türkiye; Turkmenistan
  Uganda; Ukraine; United Arab Emirates; UAE; Uruguay; Uzbekistan; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe
  California; New York; New York City; London; Paris; Berlin; Tokyo; Beijing; Shanghai; Shenzhen; Seoul
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
