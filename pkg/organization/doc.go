// Package organization finds the organisations that an article names: parties,
// ministries and departments, police units, courts, companies, media, schools,
// hospitals, teams and unions.
//
// It takes an analysed Document and the place names of its running text, and
// promises one Organization for each body, with every mention of it, in text order;
// d.SpanOf(mention) is the surface form.
//
// Two sources of knowledge, both data:
//
//   - organizations.tsv lists bodies by name with their short names, so that भाजपा,
//     बीजेपी and भारतीय जनता पार्टी are one. A short name that is also a word (आप, हम,
//     संघ) counts only where its neighbours say so (आप नेता, संघ प्रमुख).
//   - organization_heads.tsv lists the nouns that head a name (मंत्रालय, विश्वविद्यालय,
//     थाना, मिल) and what must stand before them. The grammar collects the name words to
//     the left: जवाहरलाल नेहरू | विश्वविद्यालय, सूचना एवं प्रसारण | मंत्रालय, इलाहाबाद |
//     हाई कोर्ट. A bare head (अस्पताल, विभाग, पुलिस) names no body and is left out. Four things
//     let words into a name that are common nouns elsewhere: a scope that opens the long
//     names of public bodies (राष्ट्रीय | भौतिक | प्रयोगशाला), a list of words that firms, schools and
//     trusts are called (उड़ान | फाउंडेशन), a head that has only names before it (जीवन आधार |
//     फाउंडेशन), and the office of one who heads a union (बांध विरोधी | संघर्ष समिति | के अध्यक्ष).
//
// What announces a name tells it too: समाचार एजेंसी | तास, 'सहारा बिंदु' | नाम की संस्था, वेल्टा इंटरनेशनल |
// नामक कंपनी. So do letters written one by one (आई.एस.आई.), and unlisted letters that do what
// bodies do (आरडीएसओ | ने).
//
// An abbreviation in brackets after a name is the same body from there on:
// राष्ट्रीय तकनीकी संस्थान (एनटीएस) … एनटीएस ने.
//
// Worked example: "विश्व स्वास्थ्य संगठन (डब्ल्यूएचओ) ने दिल्ली के एम्स को सराहा" gives
// विश्व स्वास्थ्य संगठन (other, two mentions) and अखिल भारतीय आयुर्विज्ञान संस्थान (health,
// mention एम्स).
package organization
