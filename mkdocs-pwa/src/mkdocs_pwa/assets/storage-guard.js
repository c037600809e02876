// @ts-nocheck: short before all, and a prototype of functions on `this` has no types without classes.
// Stands in for storage where the reader has blocked site data: reading it would throw, and the
// theme's search and color switch would stop with it. What is kept lasts until the page is left.
// Kept items are own properties, as in the browser's. Short, as each page carries it; the lines are
// joined, so each must end where a statement or a list item ends. ES5 only.
(function(w,O){
function Items(){}
Items.prototype={
getItem:function(k){return O.prototype.hasOwnProperty.call(this,k)?String(this[k]):null},
setItem:function(k,v){O.defineProperty(this,k,{value:String(v),configurable:true,enumerable:true,writable:true})},
removeItem:function(k){delete this[k]},
clear:function(){O.keys(this).forEach(this.removeItem,this)},
key:function(i){var k=O.keys(this);return i<k.length?k[i]:null},
get length(){return O.keys(this).length}
};
["localStorage","sessionStorage"].forEach(function(n){
try{if(w[n])return}catch(e){}
try{O.defineProperty(w,n,{value:new Items,configurable:true})}catch(e){}
})
})(window,Object);
