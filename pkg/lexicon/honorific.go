package lexicon

import "strings"

// Honorifics before a name. Their full stop ends no sentence; डॉ. and प्रो. stay out of
// a person's name. Epithets that are also surnames or given names (चौधरी, ठाकुर,
// पंडित, बाबा, स्वामी, राजा) are honorific only before a full name: rules check that.
const honorifics = `श्री श्रीमती श्रीमति सुश्री कुमारी श्रीमान माननीय मा महामहिम
डॉ डा डाक्टर डॉक्टर प्रो प्रोफेसर न्यायमूर्ति जस्टिस पं पंडित आचार्य स्वामी संत महंत साध्वी मौलाना मौलवी मुफ्ती हाजी हाफिज
सरदार बीबी जनाब मोहतरमा मरहूम कॉमरेड कामरेड मुनिश्री आचार्यश्री स ज्ञानी चौधरी चौ ठाकुर कुंवर राजा महाराजा महाराज रानी महारानी बाबा साईं
कैप्टन कर्नल लेफ्टिनेंट मेजर जनरल ब्रिगेडियर एडमिरल कमांडर सूबेदार हवलदार
एडवोकेट अधिवक्ता इंजीनियर इंजी इं सीए मास्टर मो कुमारी कु मिस सुश्री डॉन अधि एड लेफ्टिनेंट महर्षि योगाचार्य जगद्गुरु महामंडलेश्वर फादर बिशप सिस्टर सर लॉर्ड मिस्टर मिसेज शहीद स्वर्गीय स्व दिवंगत पद्मश्री
dr mr mrs ms prof shri smt sri adv capt col maj gen lt justice`

// Honorifics behind a name.
const honorificTails = `जी साहब साहेब महोदय महोदया भाई बहन दीदी बाबू दादा`

func (lx *Lexicon) loadHonorifics() {
	lx.add(Honorific, strings.Fields(honorifics)...)
	lx.add(HonorificTail, strings.Fields(honorificTails)...)
}
