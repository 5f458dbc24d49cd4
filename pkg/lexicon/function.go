package lexicon

import "strings"

// The closed classes of Hindi. Each string lists every form, by paradigm: direct,
// oblique, plural. Spelling variants that the fold unites are given once.

// case markers and postpositions; compound ones (के लिए, की ओर) start with का के की.
const postpositions = `का के की को ने में से पर तक पे मे`

// personal, reflexive, relative and interrogative pronouns with their case forms.
const pronouns = `मैं मैंने मुझे मुझको मुझसे मेरा मेरे मेरी हम हमने हमें हमको हमसे हमारा हमारे हमारी
तू तूने तुम तुमने तुम्हें तुम्हारा तुम्हारे तुम्हारी आप आपने आपको आपका आपके आपकी
वह वो उसने उसे उसको उससे उसका उसके उसकी उसमें उसपर वे उन्होंने उन्हें उनको उनसे उनका उनके उनकी उनमें उनपर
यह इसने इसे इसको इससे इसका इसके इसकी इसमें इसपर ये इन्होंने इन्हें इनको इनसे इनका इनके इनकी इनमें
जो जिसने जिसे जिसको जिससे जिसका जिसके जिसकी जिसमें जिस जिन जिन्होंने जिन्हें जिनको जिनसे जिनका जिनके जिनकी जिनमें
कौन किसने किसे किसको किससे किसका किसके किसकी किस किन किन्होंने किन्हें किनका किनके किनकी क्या
कोई किसी कुछ सब सभी सबने सबको सबका सबके सबकी स्वयं खुद अपना अपने अपनी एक-दूसरे दोनों`

const demonstratives = `यह वह ये वे इस उस इन उन ऐसा ऐसे ऐसी वैसा वैसे वैसी`

const conjunctions = `और व एवं तथा या अथवा लेकिन मगर किंतु परंतु पर बल्कि कि क्योंकि इसलिए ताकि यदि अगर तो जबकि वहीं उधर इधर हालांकि यानी यानि मानो चाहे व्
and or`

// forms of होना and the light verbs that close a verb phrase.
const auxiliaries = `है हैं हूं हो था थे थी थीं होगा होगी होंगे होंगी होता होती होते होना होने हुआ हुई हुए हुईं
गया गए गई गईं जाता जाती जाते जाना जाने जाए जाएं जाएगा जाएगी जाएंगे जाएंगी जा जाकर
रहा रही रहे रहीं रहता रहती रहते रहना रहने रहेगा रहेगी रहेंगे
चुका चुकी चुके चुकीं सका सकी सके सकता सकती सकते सकेगा सकेगी सकेंगे
दिया दी दिए दीं देता देती देते देना देने देगा देगी देंगे दे देकर
लिया ली लिए लीं लेता लेती लेते लेना लेने लेगा लेगी लेंगे ले लेकर
किया की किए कीं करता करती करते करना करने करेगा करेगी करेंगे कर करके करें करे
चाहिए पड़ा पड़ी पड़े पड़ता पड़ती पड़ते पड़ेगा पड़ेगी लगा लगी लगे लगता लगती लगते पाया पाई पाए पाता पाती पाते
आया आई आए आता आती आते आना आने आएगा आएगी आएंगे`

const particles = `भी ही तो न नहीं ना मत तक मात्र सिर्फ केवल बस जी`

// letters of the Latin alphabet as Hindi papers spell them in initials and
// abbreviations (जे.पी. नड्डा, एस जयशंकर).
const letters = `ए बी सी डी ई एफ जी एच आई आइ जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू डब्लू एक्स वाई वाइ जेड`

// words whose full stop does not end the sentence.
const abbreviations = `डॉ डा डाक्टर प्रो पं श्री श्रीमती सुश्री कु मो मोह स्व सेंट चौ इं इंजी एड ले कर्न कै सर लि प्रा कं कॉ
रु रू कि मी किमी सेमी मिमी ग्रा किग्रा क्विं ली फी इं सं क्र पृ नं न ता दि सन ई पू अ उ म जि वि सा वा निवा मा स
हि बी एम डी डि जं बा प्र जन फर सितं अक्टू नव दिस हि.स dr mr mrs ms prof st no rs vs jr sr sh smt lt col gen`

const months = `जनवरी फरवरी मार्च अप्रैल अप्रेल मई जून जुलाई जूलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर अक्टुबर नवंबर नवम्बर दिसंबर दिसम्बर
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec`

const weekdays = `सोमवार मंगलवार बुधवार गुरुवार गुरूवार बृहस्पतिवार वीरवार शुक्रवार शनिवार रविवार इतवार सनीचर शनिचर रविवार
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`

func (lx *Lexicon) loadFunctionWords() {
	for _, t := range []struct {
		class Class
		words string
	}{
		{Postposition, postpositions},
		{Pronoun, pronouns},
		{Demonstrative, demonstratives},
		{Conjunction, conjunctions},
		{Auxiliary, auxiliaries},
		{Particle, particles},
		{Letter, letters},
		{Abbreviation, abbreviations},
		{Month, months},
		{Weekday, weekdays},
	} {
		lx.add(t.class, strings.Fields(t.words)...)
	}
}
